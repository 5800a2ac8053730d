package io.sallyport.triage;

import io.sallyport.model.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faults that the company knows of, as rows of the table {@code known_issue}. May be shared between threads. */
public final class KnownIssues {

    private static final JsonMapper JSON = new JsonMapper();

    /** Cosines of this embedder between unrelated support messages seldom reach so far. */
    private static final double ALIKE = 0.80;

    private final JdbcClient jdbc;
    private final Embedder embedder;

    KnownIssues(JdbcClient jdbc, Embedder embedder) {
        this.jdbc = jdbc;
        this.embedder = embedder;
    }

    /** @param symptoms as customers tell it */
    record Issue(String id, String title, List<String> symptoms, String productArea, String status) {
        Issue {
            symptoms = List.copyOf(symptoms);
        }
    }

    /** @param problems a line for each row that could not be read, with its place */
    public record Loaded(int count, List<String> problems) {
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /** The issue whose title or symptom is most like the text, where any is like enough. */
    Optional<Issue> find(String text) {
        List<Issue> issues = list();
        if (issues.isEmpty()) {
            return Optional.empty();
        }
        float[] vector = embedder.embed(text);
        Optional<Issue> best = Optional.empty();
        double nearest = ALIKE;
        for (Issue issue : issues) {
            double similarity = similarity(vector, issue);
            if (similarity > nearest) {
                nearest = similarity;
                best = Optional.of(issue);
            }
        }
        return best;
    }

    private double similarity(float[] vector, Issue issue) {
        double best = Embedder.similarity(vector, embedder.embed(issue.title()));
        for (String symptom : issue.symptoms()) {
            best = Math.max(best, Embedder.similarity(vector, embedder.embed(symptom)));
        }
        return best;
    }

    /** Each in a line, as people read it. */
    public List<String> lines() {
        return list().stream()
                .map(issue -> issue.id() + "  " + issue.status() + "  " + issue.title())
                .toList();
    }

    List<Issue> list() {
        return jdbc.sql("SELECT id, title, symptoms, product_area, status FROM known_issue ORDER BY id")
                .query((row, _) -> issue(row))
                .list();
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getString("id"),
                row.getString("title"),
                List.of((String[]) row.getArray("symptoms").getArray()),
                row.getString("product_area"),
                row.getString("status"));
    }

    /**
     * Reads known issues from JSON lines with {@code id}, {@code title}, {@code symptoms}, {@code product_area} and
     * {@code status}; one that is known already is replaced, a row that cannot be read is reported and left out.
     */
    public Loaded load(Path file) throws IOException {
        var problems = new ArrayList<String>();
        List<String> lines = Files.readAllLines(file);
        int count = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                try {
                    save(parse(lines.get(at)));
                    count++;
                } catch (IllegalArgumentException wrong) {
                    problems.add(file + ":" + (at + 1) + ": " + wrong.getMessage());
                }
            }
        }
        return new Loaded(count, problems);
    }

    private static Issue parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String id = node.path("id").asString("");
            String title = node.path("title").asString("");
            if (id.isBlank() || title.isBlank()) {
                throw new IllegalArgumentException("a known issue needs an \"id\" and a \"title\"");
            }
            List<String> symptoms = node.path("symptoms")
                    .valueStream()
                    .map(symptom -> symptom.asString(""))
                    .filter(symptom -> !symptom.isBlank())
                    .toList();
            return new Issue(
                    id,
                    title,
                    symptoms,
                    node.path("product_area").asString(""),
                    node.path("status").asString("open"));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private void save(Issue issue) {
        jdbc.sql("""
                        INSERT INTO known_issue (id, title, symptoms, product_area, status)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, symptoms = excluded.symptoms,
                            product_area = excluded.product_area, status = excluded.status
                        """)
                .params(
                        issue.id(),
                        issue.title(),
                        issue.symptoms().toArray(String[]::new),
                        issue.productArea(),
                        issue.status())
                .update();
    }
}
