package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.CommandRuns.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
class HelpTest {

    @Test
    void listsEveryCommandThatDoesSomething() {
        Ran help = CommandRuns.captured("help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("kb import DIR", "import FILE…", "case show ID", "audit verify", "eval injection")
                .contains("backup FILE", "restore FILE", "lane [LANE] [MODE]", "models check");
        assertThat(CommandRuns.captured().out()).isEqualTo(help.out());
    }

    @Test
    void saysAllAboutOneCommand() {
        assertThat(CommandRuns.captured("help", "kb", "import").out()).contains("--review-dates", "--assume-reviewed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            frob                        | sallyport: there is no command 'frob'
            help frob                   | sallyport help: there is no command 'frob'
            kb                          | sallyport kb: say which: import, list, patterns, reinstate, review, search, show, withdraw
            case list --standing awnsered | '--standing': no case is 'awnsered'; they are at work, with people, answered, resolved, junk
            case show 12                | sallyport case show: Invalid value for positional parameter at index 0 (ID): '12' is no case's id
            kb import . --assume-reviewed yesterday --by Ada | '--assume-reviewed': 'yesterday' is no date; write it as 2026-06-30
            lane answer sideways        | sallyport lane: Invalid value for positional parameter at index 1 (MODE)
            import                      | sallyport import: Missing required parameter: 'FILE'
            eval triage                 | sallyport eval triage: Missing required option: '--data
            eval injection              | sallyport eval injection: Missing required option: '--data
            """)
    void aCommandLineThatCannotBeReadIsExplainedInOneLine(String line, String said) {
        Ran ran = CommandRuns.captured(line.split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err().lines()).singleElement().asString().contains(said).contains("says more)");
    }
}
