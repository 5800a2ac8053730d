package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import io.sallyport.testkit.KnownLessons;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class SkillCommandsTest {

    private static final String NO_CASE = "SP-0000000000";

    @TempDir
    private static Path folder = Path.of("");

    private static CommandRuns commands;

    @BeforeAll
    static void open() throws IOException {
        KnownLessons.into(folder.resolve("var"));
        commands = new CommandRuns(folder.resolve("var"));
        Path rows = Files.writeString(folder.resolve("rows.csv"), """
                from,subject,text
                jo@hill.example,Lamp,My lamp broke in two.
                mia@hill.example,Parcel,Where is my parcel?
                """);
        commands.run("import", rows.toString());
    }

    @AfterAll
    static void close() {
        KnownLessons.keep(folder.resolve("var"));
        commands.close();
    }

    @Test
    void onePassOverTheQueueNamesEveryOpenCaseAndChangesNothing() {
        var before = commands.database().contents();
        Ran ran = commands.run("support-loop");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("2 for the desk, 0 for a person, 0 for the customer")
                .contains("“Lamp”: screen, a message has come in that nobody has screened", "“Parcel”");
        var json = JsonMapper.shared()
                .readTree(commands.run("support-loop", "--json").out());
        assertThat(json.at("/cases")).hasSize(2);
        assertThat(json.at("/cases/0/next").asString()).isEqualTo("screen");
        assertThat(commands.database().contents()).isEqualTo(before);
    }

    @Test
    void anArticleNeedsAnAnswer() {
        String id = commands.run("case", "list").out().substring(0, 13);
        Ran ran = commands.run("kb-article", id);
        assertThat(ran.status()).isEqualTo(Sallyport.EXIT_FAILED);
        assertThat(ran.errorLines())
                .singleElement()
                .asString()
                .startsWith("sallyport: case " + id + " is not answered yet;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"triage", "research", "draft", "escalate", "kb-article"})
    void aCaseThatIsNotThereIsSaid(String skill) {
        Ran ran = commands.run(skill, NO_CASE);
        assertThat(ran.status()).isEqualTo(Sallyport.EXIT_FAILED);
        assertThat(ran.errorLines()).containsExactly("sallyport: there is no case " + NO_CASE);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaid() {
        System.setProperty("sallyport.database.url", "jdbc:postgresql://127.0.0.1:1/none");
        try {
            Ran ran = CommandRuns.captured("support-loop");
            assertThat(ran.status()).isEqualTo(Sallyport.EXIT_FAILED);
            assertThat(ran.errorLines()).singleElement().asString().contains("127.0.0.1:1");
        } finally {
            System.clearProperty("sallyport.database.url");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            triage 12                              | '12' is no case's id
            triage SP-0000000000 --message hello   | sallyport triage: give one of a case's id, --message and --file
            draft --message hello --file x         | sallyport draft: give one of a case's id, --message and --file
            draft SP-0000000000 --from a@b.example | sallyport draft: --from, --subject and --channel are a message's
            research --message --json              | sallyport research: Expected parameter for option '--message' but found '--json'
            triage --message hi --channel pigeon   | sallyport triage: Invalid value for option '--channel'
            kb-article                             | sallyport kb-article: Missing required parameter: 'CASE'
            support-loop --limit 0                 | sallyport support-loop: --limit has to be at least 1, not 0
            escalate --frob                        | sallyport escalate: Unknown option: '--frob'
            """)
    void aCommandLineThatCannotBeMeantEndsWithTwo(String line, String said) {
        Ran ran = CommandRuns.captured(line.split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.errorLines()).singleElement().asString().contains(said);
    }

    @Test
    void aMessageThatIsEmptyOrNoTextIsRefused() throws IOException {
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(new byte[] {' ', '\n'}));
            Ran ran = CommandRuns.captured("triage");
            assertThat(ran.status()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("the message is empty; give a case's id, --message, --file or standard input");
        } finally {
            System.setIn(in);
        }
        Path noText = Files.write(folder.resolve("photo"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
        assertThat(CommandRuns.captured("draft", "--file", noText.toString()).err())
                .contains("is no UTF-8 text");
        assertThat(CommandRuns.captured("draft", "--file", "no-such-file").errorLines())
                .containsExactly("sallyport: there is no file no-such-file");
    }

    @Test
    void helpNamesThemAll() {
        assertThat(CommandRuns.captured("help").out())
                .contains("triage [CASE]", "research [CASE]", "draft [CASE]", "escalate [CASE]", "kb-article CASE")
                .contains("support-loop");
    }
}
