package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.ArticleDraft;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.Revision;
import io.sallyport.testkit.Web;
import io.sallyport.testkit.WebDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ArticlePagesTest {

    private static final String PAGE = "/console/knowledge/article?slug=elephants";
    private static final String REVIEW = "/console/knowledge/review";

    private final WebDesk web = WebDesk.open();
    private final Web operator = new Web(web);

    @BeforeEach
    void logIn() {
        operator.submit("/console/login", "/console/login", Map.of("password", web.operatorPassword()));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private void write(String text) {
        var section = new Revision.Section("intro", List.of(), text);
        var draft = new ArticleDraft(
                "elephants",
                "Elephants",
                Optional.empty(),
                Audience.PUBLIC,
                Optional.empty(),
                List.of(),
                true,
                text,
                List.of(section));
        web.knowledge().save(draft, List.of());
    }

    private Article article() {
        return web.knowledge().find("elephants").orElseThrow();
    }

    @Test
    void reviewsTheRevisionOnThePageAndNoNewerOne() {
        write("Elephants are grey.");
        var read = operator.page(PAGE);
        write("Elephants are pink.");
        operator.submit(read, REVIEW, Map.of());
        assertThat(article().review()).isEmpty();
        assertThat(operator.page(PAGE).text()).contains("The article was changed meanwhile; read it again.");

        operator.submit(PAGE, REVIEW, Map.of());
        assertThat(article().review()).isPresent();
        assertThat(operator.post(REVIEW, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void saysThatAReviewDoesNotBringAWithdrawnArticleBack() {
        write("Elephants are grey.");
        assertThat(operator.page(PAGE).text()).contains("may be quoted to customers for 90 days");
        web.knowledge().withdraw("elephants", "Ada Field", "they are not");
        assertThat(operator.page(PAGE).text())
                .contains("Whoever reviews it, it is not quoted: withdrawn on", "by Ada Field.")
                .doesNotContain("for 90 days");
    }
}
