package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/** A person's decision, as every command takes it: load the case, decide, say how it stands now or why nothing was done. */
final class Deciding {

    /** Fewer leading characters of a hash would not tell two texts apart for sure. */
    private static final int SHORTEST_HASH = 8;

    private Deciding() {}

    /** Who decides. */
    static final class Person {
        @Option(
                names = "--as",
                required = true,
                paramLabel = "NAME",
                description = "The name of the person who decides.")
        private String name = "";

        String name() {
            return name;
        }
    }

    static int on(CaseId id, BiFunction<Decisions, CaseRecord, Decision> choice) {
        return with(id, (desk, record) -> choice.apply(desk.getBean(Decisions.class), record));
    }

    /** Where more of the desk is asked than {@link Decisions}. */
    static int with(CaseId id, BiFunction<ApplicationContext, CaseRecord, Decision> choice) {
        try (var desk = OpenDesk.toLookAt()) {
            return switch (choice.apply(desk, desk.getBean(CaseStore.class).load(id))) {
                case Decision.Taken taken -> {
                    System.out.println(CaseText.standing(taken.record()));
                    yield 0;
                }
                case Decision.Refused refused -> failed(refused.why());
                case Decision.Overtaken _ -> failed("the case moved on just now; look at it and decide again");
            };
        }
    }

    /** The hash there is, where it begins like this; else what was given, which then fits nothing. */
    static String wholeHash(String begin, Optional<String> whole) {
        return whole.filter(hash -> begin.length() >= SHORTEST_HASH && hash.startsWith(begin))
                .orElse(begin);
    }

    static int failed(String why) {
        System.err.println("sallyport: " + why);
        return Sallyport.EXIT_FAILED;
    }
}
