package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class ImportCommandTest {

    private static final String MBOX = """
            From jo@fjordmail.example Tue Mar  4 10:12:00 2025
            From: Jo <jo@fjordmail.example>
            Subject: Lid
            Message-ID: <1@fjordmail.example>

            The lid sticks.

            From jo@fjordmail.example Tue Mar  4 11:12:00 2025
            From: Jo <jo@fjordmail.example>
            Subject: Re: Lid
            Message-ID: <2@fjordmail.example>
            In-Reply-To: <1@fjordmail.example>

            It still sticks.
            """;

    @TempDir
    private Path folder = Path.of("");

    private CommandRuns commands;

    @BeforeEach
    void open() {
        commands = new CommandRuns(folder.resolve("var"));
    }

    @AfterEach
    void close() {
        commands.close();
    }

    /** It is read twice; the second time a pipe is empty, and nothing would have gone in without a word. */
    @Test
    void aPipeIsRefused() {
        Ran ran = commands.run("import", "--format", "jsonl", "/dev/null");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("/dev/null is a pipe or device", "write it to a file first");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void mailsJoinTheirThreadsAndAFileGivenTwiceAddsNothing() throws IOException {
        String box = file("old.mbox", MBOX);
        String letter = file("one.eml", "From: mia@hill.example\r\nSubject: Bill\r\n\r\nToo high.\r\n");
        Ran first = commands.run("import", box, letter);
        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("2 tickets opened, 1 messages joined a case, 0 known before, 0 skipped");
        assertThat(commands.run("import", box, letter).out())
                .contains("0 tickets opened, 0 messages joined a case, 3 known before, 0 skipped");
        assertThat(commands.run("case", "list").out().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("mia@hill.example"));
    }

    @Test
    void casesAreListedByAnAddressHoweverItIsWrittenAndNoneIsSaid() throws IOException {
        commands.run("import", file("one.eml", "From: Mia@Hill.example\r\nSubject: Bill\r\n\r\nToo high.\r\n"));
        assertThat(commands.run("case", "list", "--customer", "Mia@Hill.example", "--standing", "At work")
                        .out()
                        .lines())
                .singleElement()
                .asString()
                .contains("mia@hill.example");
        Ran none = commands.run("case", "list", "--standing", "resolved");
        assertThat(none.status()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("no such cases");
    }

    @Test
    void rowsAreMappedByFlagsAndABadOneIsReportedWithItsLine() throws IOException {
        String rows = file("export.csv", """
                Number;Requester;Description;Created
                7;"Jo Hill <jo@hill.example>";"It broke;
                on two lines";2026-01-05 09:30
                8;mia@hill.example;Where is it?;someday
                9;mia@hill.example;"A quote that never ends;2026-01-06
                10;nobody;Hello?;
                11;mia@hill.example;Hello again?;2026-01-07T10:00:00+02:00
                """);
        String[] flags = {
            "import", rows, "--id", "Number", "--from", "Requester", "--text", "Description", "--at", "Created"
        };
        Ran ran = commands.run(flags);
        assertThat(ran.status()).as("a script has to see it").isEqualTo(1);
        assertThat(ran.out()).contains("2 tickets opened, 0 messages joined a case, 0 known before, 3 skipped");
        assertThat(ran.errorLines())
                .hasSize(3)
                .anyMatch(line -> line.contains("export.csv:4: 'Created' is no time"))
                .anyMatch(line -> line.contains("export.csv:5: a quote is opened and never closed"))
                .anyMatch(line -> line.contains("export.csv:6: 'Requester' is no address"));
        Ran again = commands.run(flags);
        assertThat(again.out()).contains("0 tickets opened, 0 messages joined a case, 2 known before, 3 skipped");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    void anIdThatCameBeforeWithOtherWordsIsReportedAndNotTakenForKnown() throws IOException {
        Files.createDirectories(folder.resolve("jan"));
        Files.createDirectories(folder.resolve("feb"));
        String january = file("jan/export.csv", """
                id,from,subject,text
                1,jo@hill.example,Lamp,It flickers.
                2,mia@hill.example,Order,Where is it?
                3,ben@hill.example,Call me,
                """);
        String february = file("feb/export.csv", """
                id,from,subject,text
                1,jo@hill.example,Hub,It is offline.
                2,ada@hill.example,Order,Where is it?
                3,ben@hill.example,Refund me,
                """);
        assertThat(commands.run("import", january).out()).contains("3 opened, 0 joined, 0 known before, 0 skipped");
        Ran again = commands.run("import", january);
        assertThat(again.out()).contains("0 opened, 0 joined, 3 known before, 0 skipped");
        assertThat(again.status()).as("what is known already is not skipped").isZero();
        Ran ran = commands.run("import", february);
        assertThat(ran.out()).contains("0 opened, 0 joined, 0 known before, 3 skipped");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errorLines())
                .hasSize(3)
                .first()
                .asString()
                .contains(
                        "export.csv:2: id 1 was taken in before with other words",
                        "give the file a name of its own",
                        "--thread");
        String renamed = file("export-feb.csv", Files.readString(Path.of(february)));
        assertThat(commands.run("import", renamed).out()).contains("3 opened, 0 joined, 0 known before, 0 skipped");
    }

    @Test
    void jsonRowsOfOneThreadBecomeOneCase() throws IOException {
        String rows = file("export.jsonl", """
                {"text":"My lamp flickers.","from":"jo@hill.example","thread":"t1"}
                {"text":"It went out.","from":"jo@hill.example","thread":"t1"}
                {broken
                ["no object"]
                {"from":"jo@hill.example"}
                """);
        Ran ran = commands.run("import", rows);
        assertThat(ran.out()).contains("1 tickets opened, 1 messages joined a case, 0 known before, 3 skipped");
        assertThat(ran.errorLines()).anyMatch(line -> line.contains("export.jsonl:3: not JSON"));
    }

    @Test
    void aColumnThatNoJsonRowHasIsNamedBeforeAnythingIsTakenIn() throws IOException {
        String rows = file("export.jsonl", """
                {"id":"1","requester":"jo@hill.example","text":"My lamp flickers."}
                {"id":"2","requester":"mia@hill.example","text":"It went out.","closed":null}
                """);
        Ran wrong = commands.run("import", rows, "--from", "requestor");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.errorLines())
                .containsExactly(
                        "sallyport: " + rows + ": there is no column 'requestor'; it has id, requester, text, closed");
        Ran right = commands.run("import", rows, "--from", "requester", "--at", "closed");
        assertThat(right.status()).as(right.err()).isZero();
        assertThat(right.out()).contains("2 opened, 0 joined, 0 known before, 0 skipped");
    }

    @Test
    void aRowWithTooFewValuesOpensNoTicketFromTheMiddleOfItsMessage() throws IOException {
        String rows = file("export.csv", """
                from,text
                jo@hill.example,"It broke.
                mia@hill.example,my neighbour has the same
                Bye",too much
                ada@hill.example,Hello?
                """);
        Ran ran = commands.run("import", rows);
        assertThat(ran.out()).contains("1 opened, 0 joined, 0 known before, 1 skipped");
        assertThat(ran.errorLines())
                .singleElement()
                .asString()
                .contains("export.csv:2: 3 values where the first line names 2 columns");
        assertThat(commands.run("case", "list").out().lines())
                .singleElement()
                .asString()
                .contains("ada@hill.example");
    }

    @Test
    void aFileThatCannotBeReadDoesNotKeepTheOthersOut() throws IOException {
        String wrong = file("wrong.csv", "a,b\n1,2\n");
        String right = file("right.csv", "from,text\njo@hill.example,Hello\n");
        Ran ran = commands.run("import", wrong, right);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("1 tickets opened");
        assertThat(ran.errorLines())
                .containsExactly(
                        "sallyport: " + wrong
                                + ":1: there is no column 'text'; say with --text which one holds the customer's words; it has a, b");
    }

    @Test
    void aMailboxWithoutALineAboveItsMailsFailsAndSaysWhatIsMissing() throws IOException {
        String letter = file("letter.mbox", "From: mia@hill.example\nSubject: Bill\n\nToo high.\n");
        Ran ran = commands.run("import", letter, file("empty.mbox", ""));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("empty.mbox: 0 opened, 0 joined, 0 known before, 0 skipped");
        assertThat(ran.errorLines())
                .singleElement()
                .asString()
                .contains(
                        letter + ":1: no mail in it",
                        "From jo@example.org Tue Mar  4 10:12:00 2025",
                        "say --format eml");
        assertThat(commands.run("import", "--format", "EML", letter).out()).contains("1 opened");
        assertThat(commands.run("import", "--format", "eml", letter).out()).contains("1 known before");
    }

    @Test
    void textAboveTheFirstMailIsReportedAndTheMailsAreTakenIn() throws IOException {
        String box = file("old.mbox", "\nSubject: cut off\n\nIt had no line above it.\n\n" + MBOX);
        Ran ran = commands.run("import", box);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("1 opened, 1 joined, 0 known before, 1 skipped");
        assertThat(ran.errorLines()).singleElement().asString().contains("old.mbox:2: text above the first mail");
    }

    @Test
    void aFileThatIsNotThereIsACommandLineToMend() {
        Ran ran = CommandRuns.captured("import", folder.resolve("gone.csv").toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.errorLines()).singleElement().asString().contains("gone.csv cannot be read");
    }

    @Test
    void eightBitTextIsReadAsWindowsWritesIt() throws IOException {
        Path rows = Files.write(
                folder.resolve("old.csv"),
                "from,text\njo@hill.example,Caf\u00e9 closed?\n".getBytes(StandardCharsets.ISO_8859_1));
        commands.run("import", rows.toString());
        String id = commands.run("case", "list").out().substring(0, 13);
        assertThat(commands.run("case", "show", id).out()).contains("Café closed?");
    }
}
