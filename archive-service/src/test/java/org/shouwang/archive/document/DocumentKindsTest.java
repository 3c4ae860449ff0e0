package org.shouwang.archive.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwang.archive.document.DocumentKinds.DocumentKind;
import org.shouwang.archive.document.DocumentKinds.Retention;

class DocumentKindsTest {

    private final DocumentKinds kinds = new DocumentKinds();

    @Test
    void every_kind_has_a_code_of_its_own_and_both_names() {
        assertThat(kinds.all())
                .extracting(DocumentKind::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("DOC_[A-Z_]+"));
        assertThat(kinds.all())
                .allMatch(kind -> !kind.zh().isBlank() && !kind.en().isBlank());
    }

    @Test
    void records_of_decisions_are_kept_for_ever_and_pictures_for_ten_years() {
        assertThat(kinds.of("DOC_COUNTY_DECISION"))
                .hasValueSatisfying(kind -> assertThat(kind.retention()).isEqualTo(Retention.PERMANENT));
        assertThat(kinds.of("DOC_VISIT_FORM"))
                .hasValueSatisfying(kind -> assertThat(kind.retention()).isEqualTo(Retention.Y30));
        assertThat(kinds.of("DOC_NOTICE_PHOTO"))
                .hasValueSatisfying(kind -> assertThat(kind.retention()).isEqualTo(Retention.Y10));
        assertThat(kinds.of("DOC_HOROSCOPE")).isEmpty();
    }
}
