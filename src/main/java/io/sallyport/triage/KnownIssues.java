package io.sallyport.triage;

import io.sallyport.model.Embedder;
import io.sallyport.platform.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults that the company knows of, as rows of the table {@code known_issue}. May be shared between threads. */
public final class KnownIssues {

    /** Cosines of this embedder between unrelated support messages seldom reach so far. */
    private static final double ALIKE = 0.80;

    private final JdbcClient jdbc;
    private final Embedder embedder;
    private final InstantSource clock;

    KnownIssues(JdbcClient jdbc, Embedder embedder, InstantSource clock) {
        this.jdbc = jdbc;
        this.embedder = embedder;
        this.clock = clock;
    }

    /** @param problems a line for each row that could not be read, with its place */
    public record Loaded(int count, List<String> problems) {
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /** The issue whose title or symptom is most like the text, where any is like enough. */
    Optional<KnownIssue> find(String text) {
        List<KnownIssue> issues = list();
        if (issues.isEmpty()) {
            return Optional.empty();
        }
        float[] vector = embedder.embed(text);
        Optional<KnownIssue> best = Optional.empty();
        double nearest = ALIKE;
        for (KnownIssue issue : issues) {
            double similarity = similarity(vector, issue);
            if (similarity > nearest) {
                nearest = similarity;
                best = Optional.of(issue);
            }
        }
        return best;
    }

    private double similarity(float[] vector, KnownIssue issue) {
        double best = Embedder.similarity(vector, embedder.embed(issue.title()));
        for (String symptom : issue.symptoms()) {
            best = Math.max(best, Embedder.similarity(vector, embedder.embed(symptom)));
        }
        return best;
    }

    /** Each in a line, as people read it. */
    public List<String> lines() {
        return list().stream().map(KnownIssue::line).toList();
    }

    List<KnownIssue> list() {
        return jdbc.sql("SELECT id, title, symptoms, product_area, status, fixed_on FROM known_issue ORDER BY id")
                .query((row, _) -> issue(row))
                .list();
    }

    private static KnownIssue issue(ResultSet row) throws SQLException {
        return new KnownIssue(
                row.getString("id"),
                row.getString("title"),
                List.of((String[]) row.getArray("symptoms").getArray()),
                row.getString("product_area"),
                state(row));
    }

    /** What stands there from before there were two states counts as open, as it did. */
    private static KnownIssue.State state(ResultSet row) throws SQLException {
        Optional<LocalDate> fixedOn =
                Optional.ofNullable(row.getDate("fixed_on")).map(Date::toLocalDate);
        return row.getString("status").equalsIgnoreCase(KnownIssue.FIXED)
                ? new KnownIssue.State.Fixed(fixedOn)
                : new KnownIssue.State.Open();
    }

    /**
     * Reads known issues from JSON lines with {@code id}, {@code title}, {@code symptoms}, {@code product_area},
     * {@code status} and {@code fixed_on}; one that is known already is replaced, one that the file lacks stays, a row that
     * cannot be read is reported and left out.
     */
    public Loaded load(Path file) throws IOException {
        var problems = new ArrayList<String>();
        List<String> lines = TextLines.read(file);
        int count = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                try {
                    save(KnownIssue.parse(lines.get(at)));
                    count++;
                } catch (IllegalArgumentException wrong) {
                    problems.add(file + ":" + (at + 1) + ": " + wrong.getMessage());
                }
            }
        }
        return new Loaded(count, problems);
    }

    /** Where the file does not say when it was fixed, one that was open until now was fixed today. */
    private void save(KnownIssue issue) {
        jdbc.sql("""
                        INSERT INTO known_issue AS known (id, title, symptoms, product_area, status, fixed_on)
                        VALUES (:id, :title, :symptoms, :area, :status, :fixedOn)
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, symptoms = excluded.symptoms,
                            product_area = excluded.product_area, status = excluded.status,
                            fixed_on = CASE
                                WHEN excluded.status <> 'fixed' THEN NULL
                                WHEN lower(known.status) = 'fixed' THEN coalesce(excluded.fixed_on, known.fixed_on)
                                ELSE coalesce(excluded.fixed_on, :today) END
                        """)
                .param("id", issue.id())
                .param("title", issue.title())
                .param("symptoms", issue.symptoms().toArray(String[]::new))
                .param("area", issue.productArea())
                .param("status", issue.status())
                .param("fixedOn", issue.fixedOn().map(Date::valueOf).orElse(null), Types.DATE)
                .param("today", Date.valueOf(today()), Types.DATE)
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Forgets an issue. Cases that look like it keep saying so.
     *
     * @return whether it was known
     */
    public boolean remove(String id) {
        return jdbc.sql("DELETE FROM known_issue WHERE id = ?").param(id).update() == 1;
    }
}
