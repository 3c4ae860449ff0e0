package org.shouwang.archive.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shouwang.archive.log.Archived;

/**
 * How a household stood at the end of what a history tells of it: what its events up to then add up to. Codes are those of the events.
 *
 * @param persons members; absent where the household was not registered
 * @param tags security tags of at least one member, in alphabetical order
 * @param identification last step of the identification; absent where there was none
 * @param removal last step of the removal of risk; absent where there was none
 * @param plan state of the plan of assistance; absent where there was none
 * @param helper whether somebody was responsible for the household's assistance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        String areaCode,
        String registeredType,
        Integer persons,
        List<String> tags,
        String identification,
        Monitored monitored,
        String removal,
        String plan,
        boolean helper,
        List<Measure> measures) {

    /** @param state MONITORED, REMOVED or VOIDED @param since day on which the present episode began */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Monitored(String state, int episode, String type, String grade, List<String> risks, LocalDate since) {}

    /** @param code M01 to M14 @param state last step of the measure */
    record Measure(String code, String state) {}

    private static final Map<String, String> IDENTIFICATION = Map.ofEntries(
            Map.entry("CaseOpened", "OPENED"),
            Map.entry("HomeVisited", "VISITED"),
            Map.entry("ConsentLinked", "CONSENTED"),
            Map.entry("ComparisonCompleted", "COMPARED"),
            Map.entry("ReviewConcluded", "REVIEWED"),
            Map.entry("PublicityPosted", "PUBLICIZED"),
            Map.entry("ObjectionRaised", "OBJECTED"),
            Map.entry("TownReviewed", "TOWN_APPROVED"),
            Map.entry("CountyDetermined", "COUNTY_CONFIRMED"),
            Map.entry("CaseEntered", "ENTERED"),
            Map.entry("CaseRejected", "NOT_INCLUDED"),
            Map.entry("CaseWithdrawn", "WITHDRAWN"),
            Map.entry("CaseLapsed", "LAPSED"));

    private static final Map<String, String> REMOVAL = Map.of(
            "RemovalProposed", "PROPOSED",
            "RemovalVisited", "VISITED",
            "RemovalReviewed", "EFFECT_REVIEWED",
            "RemovalConsented", "CONSENTED",
            "RemovalPublicized", "PUBLICIZED",
            "RemovalTownApproved", "TOWN_APPROVED",
            "RemovalCountyApproved", "COUNTY_APPROVED",
            "RemovalMarked", "MARKED",
            "RemovalRejected", "REJECTED",
            "RemovalRevoked", "REVOKED");

    private static final Map<String, String> PLAN = Map.of(
            "PlanOpened", "OPENED",
            "PlanDrafted", "DRAFT",
            "PlanRevised", "DRAFT",
            "PlanSigned", "SIGNED",
            "PlanApproved", "APPROVED",
            "PlanStarted", "IN_PROGRESS",
            "PlanEvaluated", "EVALUATED",
            "PlanReopened", "REOPENED",
            "PlanClosed", "CLOSED");

    private static final Map<String, String> MEASURE = Map.of(
            "MeasurePlanned", "PLANNED",
            "MeasureApproved", "APPROVED",
            "MeasureStarted", "IN_PROGRESS",
            "MeasureImplemented", "IMPLEMENTED",
            "MeasureEvaluated", "EVALUATED",
            "MeasureClosed", "CLOSED",
            "MeasureCancelled", "CANCELLED");

    /** @param events in the order in which they happened */
    static Standing of(List<Archived> events) {
        var sum = new Sum();
        events.forEach(sum::add);
        return sum.standing();
    }

    private static final class Sum {

        private String areaCode;
        private String registeredType;
        private Set<String> members;
        private final Map<String, Set<String>> tags = new TreeMap<>();
        private final Map<String, Measure> measures = new TreeMap<>();
        private String identification;
        private int objections;
        private String removal;
        private String plan;
        private boolean helper;
        private Monitored monitored;

        private void add(Archived archived) {
            var type = archived.event().envelope().type();
            var data = Sentences.data(archived);
            switch (archived.service()) {
                case "household" -> household(type, data);
                case "monitoring" ->
                    monitoring(type, data, archived.event().envelope().occurredOn());
                case "assistance" ->
                    assistance(type, data, archived.event().envelope().stream().toString());
                default -> {
                    // documents prove what is so, they do not change it
                }
            }
        }

        private void household(String type, JsonNode data) {
            switch (type) {
                case "HouseholdRegistered" -> {
                    areaCode = data.path("areaCode").asText();
                    registeredType = data.path("registeredType").asText();
                    members = new LinkedHashSet<>(data.path("members").findValuesAsText("memberId"));
                }
                case "MemberAdded" ->
                    members().add(data.path("member").path("memberId").asText());
                case "MemberRemoved" -> {
                    members().remove(data.path("memberId").asText());
                    tags.values()
                            .forEach(holders ->
                                    holders.remove(data.path("memberId").asText()));
                }
                case "HouseholdMoved" -> areaCode = data.path("toArea").asText();
                case "RegisteredTypeChanged" -> registeredType = data.path("to").asText();
                case "SecurityTagGranted" -> holders(data).addAll(texts(data.path("memberIds")));
                case "SecurityTagEnded" -> holders(data).removeAll(texts(data.path("memberIds")));
                default -> {
                    // nothing that a standing shows
                }
            }
        }

        private void monitoring(String type, JsonNode data, LocalDate on) {
            identification = switch (type) {
                case "CaseReturned" -> data.path("to").asText();
                case "ObjectionResolved" -> resolved(data.path("sustained").asBoolean());
                default -> IDENTIFICATION.getOrDefault(type, identification);
            };
            if (type.equals("ObjectionRaised")) objections++;
            removal = REMOVAL.getOrDefault(type, removal);
            var m = monitored;
            switch (type) {
                case "ObjectIncluded" -> {
                    monitored = new Monitored(
                            "MONITORED",
                            data.path("episode").asInt(),
                            data.path("type").asText(null),
                            data.path("grade").asText(null),
                            texts(data.path("risks")),
                            on);
                    removal = null;
                }
                case "ObjectTyped" ->
                    change(
                            m == null
                                    ? null
                                    : new Monitored(
                                            m.state(),
                                            m.episode(),
                                            data.path("type").asText(),
                                            m.grade(),
                                            m.risks(),
                                            m.since()));
                case "ObjectGraded" -> change(graded(m, data.path("grade").asText()));
                case "GradeChanged" -> change(graded(m, data.path("to").asText()));
                case "RiskAdded" -> change(risks(m, data.path("risk").asText(), true));
                case "RiskResolved" -> change(risks(m, data.path("risk").asText(), false));
                case "RiskRemoved" -> change(in(m, "REMOVED"));
                case "RemovalRevoked" -> change(in(m, "MONITORED"));
                case "ObjectVoided" -> change(in(m, "VOIDED"));
                default -> {
                    // nothing that a standing shows
                }
            }
        }

        /** An objection may be decided after the case was sent back, and another one may still be open. */
        private String resolved(boolean sustained) {
            objections--;
            if (sustained) return "OPENED".equals(identification) ? identification : "VISITED";
            return "OBJECTED".equals(identification) && objections == 0 ? "PUBLICIZED" : identification;
        }

        private void assistance(String type, JsonNode data, String stream) {
            plan = PLAN.getOrDefault(type, plan);
            if (MEASURE.containsKey(type))
                measures.put(stream, new Measure(data.path("code").asText(), MEASURE.get(type)));
            helper = type.equals("HelperAssigned") || !type.equals("HelperReleased") && helper;
        }

        private void change(Monitored next) {
            if (next != null) monitored = next;
        }

        private static Monitored in(Monitored m, String state) {
            return m == null ? null : new Monitored(state, m.episode(), m.type(), m.grade(), m.risks(), m.since());
        }

        private static Monitored graded(Monitored m, String grade) {
            return m == null ? null : new Monitored(m.state(), m.episode(), m.type(), grade, m.risks(), m.since());
        }

        private static Monitored risks(Monitored m, String risk, boolean there) {
            if (m == null) return null;
            var risks = new ArrayList<>(m.risks());
            risks.remove(risk);
            if (there) risks.add(risk);
            return new Monitored(m.state(), m.episode(), m.type(), m.grade(), risks, m.since());
        }

        private Set<String> members() {
            if (members == null) members = new LinkedHashSet<>();
            return members;
        }

        private Set<String> holders(JsonNode data) {
            return tags.computeIfAbsent(data.path("tag").asText(), _ -> new LinkedHashSet<>());
        }

        private static List<String> texts(JsonNode list) {
            var texts = new ArrayList<String>();
            list.forEach(text -> texts.add(text.asText()));
            return texts;
        }

        private Standing standing() {
            return new Standing(
                    areaCode,
                    registeredType,
                    members == null ? null : members.size(),
                    tags.entrySet().stream()
                            .filter(tag -> !tag.getValue().isEmpty())
                            .map(Map.Entry::getKey)
                            .toList(),
                    identification,
                    monitored,
                    removal,
                    plan,
                    helper,
                    measures.values().stream()
                            .sorted(java.util.Comparator.comparing(Measure::code)
                                    .thenComparing(Measure::state))
                            .toList());
        }
    }
}
