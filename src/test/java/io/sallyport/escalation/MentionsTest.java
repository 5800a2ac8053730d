package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a note is meant for. */
class MentionsTest {

    private static final List<String> KNOWN = List.of("ines", "ines weber", "omar@example.com", "jo");

    private static List<String> in(String text) {
        return Mentions.in(text, KNOWN);
    }

    @Test
    void aNameOfSeveralWordsIsReadWhole() {
        assertThat(in("@Ines Weber knows kettles, @ines  does not")).containsExactly("ines weber", "ines");
    }

    @Test
    void aLoginThatIsAnAddressIsReadWhole() {
        assertThat(in("Ask @omar@example.com.")).containsExactly("omar@example.com");
    }

    @Test
    void aKnownNameEndsWhereAWordEnds() {
        assertThat(in("@Ines Weberin and @Jonas, @jo-anne, @jo")).containsExactly("ines", "jonas", "jo-anne", "jo");
    }

    @Test
    void whomNobodyKnowsIsNamedByOneWord() {
        assertThat(in("@Tomek knows. (@noor.d, too)")).containsExactly("tomek", "noor.d");
    }

    @Test
    void anAddressNamesNobody() {
        assertThat(in("ana@example.com wrote; jo@jo too")).isEmpty();
    }
}
