package io.sallyport.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private static List<Long> linesOfRows(String... lines) throws IOException {
        var rows = new ArrayList<Long>();
        try (var file = new CsvFile(new BufferedReader(new StringReader(String.join("\n", lines))))) {
            for (Optional<Found> found = file.next(); found.isPresent(); found = file.next()) {
                if (found.get() instanceof Found.Row row) {
                    rows.add(row.line());
                }
            }
        }
        return rows;
    }

    @Test
    void aRowWhoseQuotesWereClosedIsGivenUpWhole() throws IOException {
        assertThat(linesOfRows("from,text", "jo,\"It broke.", "mia,the same", "Bye\",too much", "ada,Hello?"))
                .containsExactly(5L);
    }

    @Test
    void aRowWhoseQuotesDoNotWorkOutGivesTheLinesBehindItBack() throws IOException {
        assertThat(linesOfRows("from,text", "jo,\"never closed", "mia,Hello?")).containsExactly(3L);
        assertThat(linesOfRows("from,text", "jo,\"never closed", "mia,\"Hello?\""))
                .containsExactly(3L);
    }
}
