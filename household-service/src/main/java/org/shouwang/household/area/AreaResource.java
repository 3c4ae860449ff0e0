package org.shouwang.household.area;

import static org.shouwang.household.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.area.AreaCommand.*;

/** Areas: the national table, the groups and grids of villages, the tree and the search. */
@Path("/areas")
@Authenticated
@Tag(name = "area 区划")
class AreaResource {

    record AreaBody(
            @NotBlank @Size(max = 100) String name, @NotNull LocalDate validFrom) {}

    record ClosureBody(@NotNull LocalDate validTo) {}

    record ReplacementBody(
            @NotBlank String replacedBy, @NotNull LocalDate validTo) {}

    private final Areas areas;
    private final AreaImport imports;
    private final AreaList list;
    private final Caller caller;

    AreaResource(Areas areas, AreaImport imports, AreaList list, Caller caller) {
        this.areas = areas;
        this.imports = imports;
        this.list = list;
        this.caller = caller;
    }

    @POST
    @Path("/imports")
    @Consumes({"text/csv", "application/gzip", "application/octet-stream"})
    @Blocking
    @RolesAllowed(SYS_ADMIN)
    @Operation(
            summary = "Import a table code,name (CSV, gzip too, UTF-8, up to 64 MB) / 导入区划代码表",
            description =
                    "A third column `class` may give the 城乡分类 of a village's unit, the last three digits of its 17-digit code; empty: not told, and one that is known stays. An unknown one is refused with the whole table. / 可带第三列“城乡分类”（17位代码的后三位），留空则不改；代码不在表内的，整表不导入。")
    public AreaImport.Imported upload(
            InputStream body,
            @RestQuery @Parameter(description = "first day of new areas; today if absent / 启用日期") LocalDate validFrom)
            throws IOException {
        var cause = caller.cause(null);
        var file = Files.createTempFile("areas", ".csv");
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return imports.run(file, validFrom == null ? cause.occurredOn() : validFrom, cause);
        } finally {
            Files.delete(file);
        }
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({SYS_ADMIN, COUNTY_OPERATOR, TOWN_OPERATOR})
    @Operation(summary = "Register or rename one area, group (code-Z01) or grid (code-W001) / 登记或更名一个区划、村民小组、网格")
    public Uni<RestResponse<Void>> define(
            String code, @NotNull @Valid AreaBody body, @HeaderParam("If-Match") Version expected) {
        var command = Register.one(known(code), body.name().strip(), body.validFrom());
        return areas.define(code, command, caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{code}/closure")
    @RolesAllowed({SYS_ADMIN, COUNTY_OPERATOR, TOWN_OPERATOR})
    @Operation(summary = "Close an area / 撤销区划")
    public Uni<RestResponse<Void>> close(
            String code, @NotNull @Valid ClosureBody body, @HeaderParam("If-Match") Version expected) {
        return areas.close(new Close(known(code), body.validTo()), caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{code}/successor")
    @RolesAllowed({SYS_ADMIN, COUNTY_OPERATOR, TOWN_OPERATOR})
    @Operation(
            summary = "Replace an area by another of its level; its households pass over / 区划合并、拆分、变更代码",
            description =
                    "Villages that merge are each replaced by the one in their place; of a village that is split, the groups are replaced by those of the"
                            + " new one. The households are kept under the new code from the next day on; both codes lead to them. A town ends after its villages.")
    public Uni<RestResponse<Void>> replace(
            String code, @NotNull @Valid ReplacementBody body, @HeaderParam("If-Match") Version expected) {
        var command = new Replace(known(code), known(body.replacedBy()), body.validTo());
        return areas.replace(command, caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Search areas by name or code prefix, or list those below a parent / 按名称、代码前缀或上级查询区划")
    public Uni<Page<AreaList.Area>> find(
            @RestQuery
                    @Parameter(description = "a part of the name; names that begin with it come first / 名称的一部分，开头相符的在前")
                    String name,
            @RestQuery @Parameter(description = "beginning of the code / 代码前缀") String prefix,
            @RestQuery @Parameter(description = "code of the area above / 上级代码") String parent,
            @RestQuery AreaLevel level,
            @RestQuery String after,
            @RestQuery Integer limit) {
        return list.find(name, new AreaList.Search(prefix, parent, level), after, Page.limit(limit));
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "An area and the path down to it / 查询区划及其上级")
    public Uni<AreaList.AreaWithPath> get(String code) {
        return list.get(known(code));
    }

    private static String known(String code) {
        if (AreaLevel.isCode(code)) return code;
        throw new BadRequest(
                "code", "应为12位区划代码，或村代码加-Z两位、-W三位", "must be 12 digits, or a village's code with -Z01 or -W001");
    }
}
