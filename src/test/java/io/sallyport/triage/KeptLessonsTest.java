package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.KeptLessons.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLessonsTest {

    @TempDir
    private Path folder = Path.of("");

    private final AtomicInteger learned = new AtomicInteger();

    private String get(String... from) {
        return new KeptLessons(folder.resolve("lessons"))
                .get(new Lesson<>(
                        "words",
                        List.of(from),
                        () -> "learned " + learned.incrementAndGet(),
                        (model, out) -> out.writeUTF(model),
                        in -> in.readUTF()));
    }

    private Path file() {
        return folder.resolve("lessons").resolve("words");
    }

    @Test
    void whatWasLearnedIsReadByTheNextStart() {
        assertThat(get("these", "examples")).isEqualTo("learned 1");
        assertThat(get("these", "examples")).isEqualTo("learned 1");
        assertThat(folder.resolve("lessons")).isDirectoryContaining(file -> file.equals(file()));
    }

    @Test
    void whateverItWasLearnedFromTellsItApart() {
        get("these", "examples");

        assertThat(get("these", "example", "s")).isEqualTo("learned 2");
        assertThat(get("these", "other examples")).isEqualTo("learned 3");
        assertThat(get("these", "examples")).isEqualTo("learned 4");
    }

    @Test
    void aDamagedFileIsLearnedAnewAndWrittenOver() throws IOException {
        get("examples");
        byte[] kept = Files.readAllBytes(file());
        kept[kept.length - 1]++;
        Files.write(file(), kept);
        assertThat(get("examples")).isEqualTo("learned 2");

        Files.write(file(), List.of("short"));
        assertThat(get("examples")).isEqualTo("learned 3");
        assertThat(get("examples")).isEqualTo("learned 3");
    }

    @Test
    void whereNothingCanBeKeptItIsLearnedAllTheSame() throws IOException {
        Files.write(folder.resolve("lessons"), List.of("a file where the folder would be"));

        assertThat(get("examples")).isEqualTo("learned 1");
        assertThat(get("examples")).isEqualTo("learned 2");
    }

    /** The real lesson: whom the network is trusted with, and what examples say beside it. */
    @Tag("slow")
    @Test
    void anOpinionThatWasKeptIsTheOneThatWasLearned() {
        var kept = new KeptLessons(folder);
        var examples = GraveExamples.read(SecondOpinionTest.labelled(SecondOpinionTest.PLAIN));
        var lesson = Readers.lesson(Engine.MESSAGES, Engine.TAUGHT, Criteria.load(), examples);
        var learnt = kept.get(lesson);

        var read = kept.get(new Lesson<>(
                lesson.name(),
                lesson.from(),
                () -> {
                    throw new AssertionError("learned again");
                },
                lesson.writer(),
                lesson.reader()));

        var opinion = SecondOpinion.soon(Engine.MESSAGES, Criteria.load(), () -> learnt);
        for (String text : List.of(
                "Somebody is signed in as me and changes my sensors.",
                "The hub smokes and my colleague was hurt.",
                "Which battery does the door sensor take?",
                "Write me a sonnet about the sea.")) {
            var message = opinion.read(text, PlainWords.of(text), "en");
            for (Taught.Kind kind : Taught.Kind.values()) {
                assertThat(read.see(kind, message)).isEqualTo(learnt.see(kind, message));
                assertThat(read.doubt(kind, message)).isEqualTo(learnt.doubt(kind, message));
            }
        }
        assertThat(read.byKind().keySet()).isEqualTo(learnt.byKind().keySet());
        assertThat(read.byKind().values())
                .extracting(KeptLessonsTest::has)
                .containsExactlyElementsOf(Arrays.stream(Taught.Kind.values())
                        .map(kind -> has(Objects.requireNonNull(learnt.byKind().get(kind))))
                        .toList());
    }

    private static List<Boolean> has(Readers.Reader reader) {
        return List.of(
                reader.examples().isPresent(),
                reader.network().isPresent(),
                reader.doubter().isPresent());
    }
}
