package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a company tells its desk of its customers and its troubles. */
@Tag("database")
class CustomersCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private CommandRuns commands;

    @BeforeEach
    void open() {
        commands = new CommandRuns(folder);
    }

    @AfterEach
    void close() {
        commands.close();
    }

    private String file(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", rows)).toString();
    }

    @Test
    void customersAreTakenInShownAndReplaced() throws IOException {
        String file = file(
                "customers.jsonl",
                "{\"email\": \"Ida@mill.example\", \"name\": \"Ida Holm\", \"tier\": \"fleet\", \"vip\": true, \"timezone\": \"Europe/Oslo\"}");

        assertThat(commands.run("customers", "import", file).out()).contains("1 taken in, 0 skipped");
        assertThat(commands.run("customers", "show", "ida@mill.example").out())
                .contains("Ida Holm", "tier fleet", "VIP", "Europe/Oslo");
        String later = file("later.jsonl", "{\"email\": \"ida@mill.example\", \"tier\": \"free\"}");
        assertThat(commands.run("customers", "import", later).status()).isZero();
        assertThat(commands.run("customers", "show", "ida@mill.example").out())
                .contains("tier free")
                .doesNotContain("VIP");
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndTheRestGoesIn() throws IOException {
        String file = file(
                "customers.jsonl",
                "{\"email\": \"ida@mill.example\", \"tier\": \"fleet\"}",
                "{\"email\": \"bo@mill.example\", \"tier\": \"fleet\", \"vip\": \"yes\"}");

        var ran = commands.run("customers", "import", file);

        assertThat(ran.status()).isOne();
        assertThat(ran.out()).contains("1 taken in, 1 skipped");
        assertThat(ran.err()).contains("customers.jsonl:2", "\"vip\" must be true or false");
        assertThat(commands.run("customers", "show", "ida@mill.example").status())
                .isZero();
        var nobody = commands.run("customers", "show", "bo@mill.example");
        assertThat(nobody.status()).isOne();
        assertThat(nobody.err()).contains("no customer with the address bo@mill.example is known");
        assertThat(commands.run("customers", "import", folder.resolve("none").toString())
                        .status())
                .isOne();
    }

    @Test
    void knownIssuesAreTakenInAndListed() throws IOException {
        assertThat(commands.run("known-issues", "list").err()).contains("no issue is known");
        String file = file(
                "issues.jsonl",
                "{\"id\": \"KI-1\", \"title\": \"Export stops half way\", \"symptoms\": [\"my export ends at 50 %\"], \"status\": \"open\"}",
                "{\"id\": \"KI-2\"}");

        var ran = commands.run("known-issues", "import", file);

        assertThat(ran.status()).isOne();
        assertThat(ran.err()).contains("issues.jsonl:2", "needs an \"id\" and a \"title\"");
        assertThat(commands.run("known-issues", "list").out()).contains("KI-1", "open", "Export stops half way");
    }

    @Test
    void aKnownIssueIsFixedByAFileAndRemovedByName() throws IOException {
        String open = file("open.jsonl", "{\"id\": \"KI-1\", \"title\": \"Export stops half way\"}");
        String fixed = file("fixed.jsonl", """
                {"id": "KI-1", "title": "Export stops half way", "status": "fixed", "fixed_on": "2026-03-01"}""");
        commands.run("known-issues", "import", open);

        commands.run("known-issues", "import", fixed);
        assertThat(commands.run("known-issues", "list").out()).contains("KI-1  fixed on 2026-03-01");

        var ran = commands.run("known-issues", "remove", "KI-1", "KI-9");
        assertThat(ran.status()).isOne();
        assertThat(ran.out()).contains("KI-1 removed");
        assertThat(ran.err()).contains("no issue KI-9 is known", "./sallyport known-issues list");
        assertThat(commands.run("known-issues", "list").err()).contains("no issue is known");
    }
}
