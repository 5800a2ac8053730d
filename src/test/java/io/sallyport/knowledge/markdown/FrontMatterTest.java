package io.sallyport.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    /** Taken for text, it would make a public article of an internal draft. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"title\":\"Margins\",\"audience\":\"internal\",\"draft\":true }\nText.\n",
                "{\n  \"audience\": \"internal\"\n}\nText.\n",
                "---json\n{\"audience\": \"internal\"}\n---\nText.\n",
                "--- toml\naudience = \"internal\"\n---\nText.\n",
                ";;;\n\"audience\": \"internal\"\n;;;\nText.\n",
            })
    void frontMatterOfAnotherKindIsRefused(String file) {
        assertThat(ArticleParser.parse(file, "Margins"))
                .isInstanceOfSatisfying(
                        ArticleParser.Result.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.line()).isEqualTo(1);
                                    assertThat(problem.reason()).contains("write it as YAML between two '---' lines");
                                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{: .note }\nText.\n", "{% raw %}\nText.\n", "---\n---\nText.\n"})
    void whatOnlyLooksLikeItIsText(String file) {
        assertThat(ArticleParser.parse(file, "Notes")).isInstanceOf(ArticleParser.Result.Parsed.class);
    }

    @Test
    void tagsMayStandInOneLine() {
        var parsed = (ArticleParser.Result.Parsed)
                ArticleParser.parse("---\ntags: billing, refunds,\n---\nText.\n", "Refunds");
        assertThat(parsed.article().tags()).containsExactly("billing", "refunds");
    }
}
