package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Category;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class ExamplesTest {

    private static Resource file(String... lines) {
        return new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "examples.jsonl");
    }

    @Test
    void aMessageAboutSomethingElseHasNoCategory() {
        var examples = Examples.read(file(
                "{\"id\":\"a\",\"subject\":\"S\",\"text\":\"T\",\"category\":\"bug\",\"triggers\":[]}",
                "{\"id\":\"b\",\"text\":\"T\",\"category\":\"bug\",\"triggers\":[\"out-of-scope\"]}"));

        assertThat(examples.getFirst().text()).isEqualTo("S\nT");
        assertThat(examples.getFirst().category()).contains(Category.BUG);
        assertThat(examples.getLast().category()).isEmpty();
    }

    @Test
    void theFirstArticleIsTheTopic() {
        var examples = Examples.read(file(
                "{\"text\":\"T\",\"category\":\"bug\",\"articles\":[\"hub-offline\",\"pairing\"]}",
                "{\"text\":\"T\",\"category\":\"bug\",\"articles\":[]}",
                "{\"text\":\"T\",\"category\":\"bug\"}"));

        assertThat(examples.stream().map(Examples.Example::topic))
                .containsExactly(Optional.of("hub-offline"), Optional.empty(), Optional.empty());
        assertThatThrownBy(
                        () -> Examples.read(file("{\"text\":\"T\",\"category\":\"bug\",\"articles\":\"hub-offline\"}")))
                .hasMessageContaining("line 1: \"articles\" must be a list of slugs, not \"hub-offline\"");
    }

    @Test
    void anUnknownCategoryIsNamedWithItsLineAndWithWhatIsAllowed() {
        assertThatThrownBy(() -> Examples.read(file("", "{\"text\":\"T\",\"category\":\"bugs\"}")))
                .hasMessageContaining("examples.jsonl")
                .hasMessageContaining(
                        "line 2: unknown category 'bugs'; it must be one of bug, how-to, feature-request");
        assertThatThrownBy(() -> Examples.general(file("# what", "bugs: it broke")))
                .hasMessageContaining("line 2: unknown category 'bugs'");
    }

    @Test
    void aLineThatIsNoExampleIsNamed() {
        assertThatThrownBy(() -> Examples.read(file("{"))).hasMessageContaining("line 1: not JSON");
        assertThatThrownBy(() -> Examples.read(file("{\"text\":\"T\"}")))
                .hasMessageContaining("line 1: needs \"text\" and \"category\"");
        assertThatThrownBy(() -> Examples.general(file("it broke")))
                .hasMessageContaining("line 1: needs \"category: message\"");
    }

    @Test
    void everyCategoryIsExplainedByExamplesAndSoIsNone() {
        var general = Examples.general();

        assertThat(general.stream()
                        .flatMap(example -> example.category().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(List.of(Category.values()));
        assertThat(Arrays.stream(Category.values()))
                .allMatch(category -> general.stream()
                                .filter(example -> example.category()
                                        .filter(category::equals)
                                        .isPresent())
                                .count()
                        >= 30);
        assertThat(general).anyMatch(example -> example.category().isEmpty());
        assertThat(general.stream().map(Examples.Example::text)).doesNotHaveDuplicates();
    }
}
