package org.shouwang.drills;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reads what, said once more beside the services' own code, so that a consumer that has heard of none of a type is found too.
 *
 * @param service whose consumer it is, which is its consumer group too
 * @param name under which it notes messages
 * @param from the service whose topic it reads
 * @param types that it takes note of; empty for all
 */
record Reader(String service, String name, String from, Set<String> types) {

    private static final List<Reader> PARTICULAR = List.of(
            of("household", "DuplicateConsumer", "household", "MemberRemoved HouseholdDeactivated"),
            of("household", "JudgementConsumer", "monitoring", "ScreeningRowsJudged"),
            of(
                    "household",
                    "MonitoringConsumer",
                    "monitoring",
                    "ObjectIncluded ObjectTyped RiskRemoved RemovalRevoked ObjectVoided"),
            of(
                    "household",
                    "NoticeConsumer",
                    "monitoring",
                    "CaseOpened ReviewConcluded PublicityPosted ObjectionResolved ObjectIncluded RemovalProposed RemovalReviewed"
                            + " RemovalPublicized RemovalObjectionResolved ObjectVoided"),
            of("household", "RelocationConsumer", "household", "HouseholdMoved"),
            of(
                    "household",
                    "ReviewRosterConsumer",
                    "monitoring",
                    "HomeVisited ReviewConcluded ObjectionResolved CaseReturned CaseRejected"),
            of(
                    "household",
                    "RosterAssistanceConsumer",
                    "assistance",
                    "HelperAssigned HelperHandedOver HelperReleased MeasurePlanned MeasureCancelled"),
            of(
                    "household",
                    "RosterMonitoringConsumer",
                    "monitoring",
                    "ObjectIncluded ObjectGraded ObjectTyped GradeChanged RiskAdded RiskResolved RiskRemoved RemovalRevoked"
                            + " ObjectVoided"),
            of("household", "SignatureRuleConsumer", "monitoring", "PolicyPublished PolicySuperseded"),
            of("household", "SuccessionConsumer", "household", "AreaUnitReplaced"),
            of(
                    "monitoring",
                    "AssistanceConsumer",
                    "assistance",
                    "PlanDrafted PlanSigned PlanApproved PlanRevised PlanClosed MeasurePlanned MeasureImplemented MeasureEvaluated"
                            + " MeasureCancelled EffectReviewed"),
            of("monitoring", "DeliveryConsumer", "household", "ScreeningRowsMatched"),
            of(
                    "monitoring",
                    "GridConsumer",
                    "household",
                    "HouseholdRegistered HouseholdMoved DetailsChanged HouseholdDeactivated GridDefined GridMemberAssigned"
                            + " GridMemberReleased"),
            of(
                    "monitoring",
                    "HouseholdConsumer",
                    "household",
                    "HouseholdRegistered MemberAdded MemberUpdated MemberRemoved RegisteredTypeChanged HouseholdMoved"
                            + " HouseholdDeactivated SecurityTagGranted SecurityTagEnded IncomeStatementDrafted IncomeStatementSigned"
                            + " IncomeStatementConfirmed IncomeStatementSuperseded SafeguardChecked SafeguardCheckCorrected ConsentGranted ConsentWithdrawn"
                            + " ConsentExpired"),
            of("monitoring", "HouseholdEndConsumer", "household", "HouseholdDeactivated"),
            of("monitoring", "RelocationConsumer", "household", "HouseholdMoved"),
            of("monitoring", "ScreeningBatchConsumer", "household", "ScreeningBatchReceived ScreeningRowsMatched"),
            of(
                    "assistance",
                    "HouseholdConsumer",
                    "household",
                    "HouseholdRegistered MemberAdded MemberUpdated MemberRemoved HouseholdMoved SecurityTagGranted SecurityTagEnded"),
            of(
                    "assistance",
                    "InclusionConsumer",
                    "monitoring",
                    "ObjectIncluded RiskAdded RiskRemoved RemovalRevoked ObjectVoided HomeVisited CaseRejected CaseWithdrawn CaseLapsed"),
            of(
                    "assistance",
                    "ObjectConsumer",
                    "monitoring",
                    "ObjectIncluded ObjectGraded GradeChanged RiskAdded RiskRemoved RemovalRevoked ObjectVoided ObjectMoved"
                            + " RemovalProposed RemovalRejected"),
            of("assistance", "ProgressConsumer", "assistance", "MeasureStarted EffectReviewed"),
            of("assistance", "RelocationConsumer", "household", "HouseholdMoved"));

    /** All that there are; the archive takes in everything of everybody. */
    static final List<Reader> ALL = java.util.stream.Stream.concat(
                    PARTICULAR.stream(),
                    Stand.SERVICES.stream().map(from -> new Reader("archive", "EventConsumer", from, Set.of())))
            .toList();

    /** Which services' topics each service reads. */
    static final Map<String, List<String>> TOPICS = Stand.SERVICES.stream()
            .collect(Collectors.toMap(Function.identity(), service -> ALL.stream()
                    .filter(reader -> reader.service.equals(service))
                    .map(Reader::from)
                    .distinct()
                    .toList()));

    private static Reader of(String service, String name, String from, String types) {
        return new Reader(service, name, from, Arrays.stream(types.split(" ")).collect(Collectors.toSet()));
    }

    boolean reads(String type) {
        return types.isEmpty() || types.contains(type);
    }

    @Override
    public String toString() {
        return service + "'s " + name;
    }
}
