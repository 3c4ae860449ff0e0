package org.shouwang.household.sheet;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.eventsourcing.sheet.XlsxSheet;

/** A table as the answer to a request: a file named by its title and the date of its figures, sent while it is written. */
public final class SheetAnswer {

    /** Blocks until all is written. */
    public interface Content {
        void write(SheetFile file) throws IOException;
    }

    private SheetAnswer() {}

    public static RestResponse<StreamingOutput> xlsx(String title, LocalDate on, Content content) {
        return file(title + on + ".xlsx", XlsxSheet.MEDIA_TYPE, out -> content.write(new XlsxSheet(out)));
    }

    public static RestResponse<StreamingOutput> csv(String title, LocalDate on, Content content) {
        return file(title + on + ".csv", CsvSheet.MEDIA_TYPE, out -> content.write(new CsvSheet(out)));
    }

    public static RestResponse<StreamingOutput> file(String name, String type, StreamingOutput content) {
        return ResponseBuilder.ok(content, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .build();
    }
}
