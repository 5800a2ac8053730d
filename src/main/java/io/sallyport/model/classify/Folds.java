package io.sallyport.model.classify;

/** Parts of the examples that take turns at being left out. */
final class Folds {

    private Folds() {}

    /** Deals each label's examples out in turn, so that every fold holds its share of every label. */
    static int[] dealt(int[] answers, int folds) {
        var most = 0;
        for (var answer : answers) {
            most = Math.max(most, answer);
        }
        var dealt = new int[most + 1];
        var fold = new int[answers.length];
        for (var i = 0; i < answers.length; i++) {
            fold[i] = (dealt[answers[i]]++ + answers[i]) % folds;
        }
        return fold;
    }
}
