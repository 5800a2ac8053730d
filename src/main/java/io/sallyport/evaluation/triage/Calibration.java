package io.sallyport.evaluation.triage;

import io.sallyport.evaluation.triage.LabelFigures.Guess;
import java.util.List;

/**
 * Expected calibration error: guesses fall into 15 bins of equal width by confidence, bin b holding those in
 * (b/15, (b+1)/15]; ECE = Σ over bins of (guesses in the bin / all guesses) × |share of them that is right − their mean
 * confidence|. 0 when a confidence of 0.8 is right eight times in ten.
 */
final class Calibration {

    private static final int BINS = 15;

    private Calibration() {}

    static double expectedError(List<Guess> guesses) {
        var surplus = new double[BINS];
        for (var guess : guesses) {
            surplus[bin(guess.confidence())] += (guess.isRight() ? 1 : 0) - guess.confidence();
        }
        var error = 0.0;
        for (var inBin : surplus) {
            error += Math.abs(inBin);
        }
        return guesses.isEmpty() ? 0 : error / guesses.size();
    }

    private static int bin(double confidence) {
        return Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
    }
}
