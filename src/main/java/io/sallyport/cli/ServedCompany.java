package io.sallyport.cli;

import io.sallyport.connector.customers.BuiltInCustomers;
import io.sallyport.evaluation.SampleCompany;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Whose messages an evaluation reads: the customers who wrote them, and the articles whose names they may use. */
final class ServedCompany {

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "JSONL of the customers who wrote them (default: the sample company's).")
    private Optional<Path> customers = Optional.empty();

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "The company's articles (default: the sample company's, none where --customers is given).")
    private Optional<Path> articles = Optional.empty();

    /** Before the desk reads its first message. */
    void moveInto(ConfigurableApplicationContext desk) throws IOException {
        desk.getBean(BuiltInCustomers.class)
                .load(customers.orElseGet(() -> SampleCompany.find().customers()))
                .problems()
                .forEach(System.err::println);
        Optional<Path> folder = articles.or(() -> customers.isPresent()
                ? Optional.empty()
                : Optional.of(SampleCompany.find().articles()));
        if (folder.isPresent()) {
            var report = desk.getBean(KnowledgeBase.class)
                    .importDirectory(folder.get(), ImportOptions.NONE, Progresses.onOneLine());
            KbText.rejected(report, folder.get()).forEach(System.err::println);
        }
    }
}
