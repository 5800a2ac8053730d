package io.sallyport.gate.judge;

import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Opinion.Finding;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One question to a judge.
 *
 * @param material what it is shown, as marked data
 * @param longest the most tokens of an answer
 * @param reading what the answer says of each thing asked about; empty when it leaves something out or adds something
 */
record Question<A>(
        Prompt prompt, Shape<A> shape, String material, int longest, Function<A, Optional<List<Finding>>> reading) {

    /** Tells what was shown from anything else that might have been. */
    String hash() {
        return ChainHash.of(material);
    }
}
