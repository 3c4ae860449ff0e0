package org.shouwang.household.namedledger;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.household.roster.RosterProblem;
import org.shouwang.household.roster.Upload;
import org.shouwang.household.sheet.SheetAnswer;

/** Names beside the ids of a ledger, on request: the ledger comes in, and goes out again with the householders that the caller may see. */
@Path("/rosters/named-ledgers")
@RolesAllowed({
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    DEPARTMENT_USER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "rosters 花名册")
class NamedLedgerResource {

    private static final long MOST_BYTES = 64L << 20;

    private interface Opening {
        SheetFile open(OutputStream out) throws IOException;
    }

    private final NamedLedger ledger;
    private final Caller caller;

    NamedLedgerResource(NamedLedger ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @POST
    @Path("xlsx")
    @Blocking
    @Consumes({XlsxSheet.MEDIA_TYPE, "text/csv", "application/octet-stream"})
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(
            summary = "Put householders beside the ids of a ledger (xlsx or csv, up to 64 MB), as a workbook /"
                    + " 给台账补上户主等信息（xlsx）")
    public RestResponse<StreamingOutput> xlsx(InputStream body) {
        return answer(body, "台账.xlsx", XlsxSheet.MEDIA_TYPE, XlsxSheet::new);
    }

    @POST
    @Path("csv")
    @Blocking
    @Consumes({XlsxSheet.MEDIA_TYPE, "text/csv", "application/octet-stream"})
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(
            summary =
                    "Put householders beside the ids of a ledger (xlsx or csv, up to 64 MB), as comma-separated text /"
                            + " 给台账补上户主等信息（csv）")
    public RestResponse<StreamingOutput> csv(InputStream body) {
        return answer(body, "台账.csv", CsvSheet.MEDIA_TYPE, CsvSheet::new);
    }

    /** The whole is made before the first byte goes out, so that what cannot be read is told as such. */
    private RestResponse<StreamingOutput> answer(InputStream body, String name, String type, Opening opening) {
        var scope = caller.scope(null);
        try (var upload = Upload.receive(body, MOST_BYTES)) {
            var made = Files.createTempFile("ledger", ".named");
            try (var out = Files.newOutputStream(made)) {
                ledger.write(upload, scope, opening.open(out));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(made);
                throw e;
            }
            return SheetAnswer.file(name, type, out -> {
                try (var in = Files.newInputStream(made)) {
                    in.transferTo(out);
                } finally {
                    Files.deleteIfExists(made);
                }
            });
        } catch (RosterProblem e) {
            throw e.refused();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
