package io.sallyport.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a language model, asked as a judge, said of a proposal. Kept for people to read, and so that nobody asks the same
 * question of the same words again at the door.
 *
 * @param model which one said it, as in the settings
 * @param promptHash names the instructions it was given
 * @param questionHash names everything it was shown
 */
public record Opinion(String model, String promptHash, String questionHash, List<Finding> findings) {

    /**
     * On one sentence, or on the whole.
     *
     * @param sentence word for word as it was judged
     * @param evidence what it was held against, empty when it was judged by itself
     * @param answer as the judge was allowed to say it: {@code supported}, {@code cannot tell}
     * @param why in the judge's own words, for people; nothing is decided by it
     */
    public record Finding(String sentence, String evidence, String answer, String why) {}

    public Opinion {
        findings = List.copyOf(findings);
    }

    /** Cases written before judges were asked hold no list at all. */
    static List<Opinion> orNone(@Nullable List<Opinion> opinions) {
        return opinions == null ? List.of() : List.copyOf(opinions);
    }
}
