package io.sallyport.model.language;

/**
 * One question to a model.
 *
 * @param instructions what the role has to do; the same for every case, so vendors can cache it
 * @param question this case's material
 * @param shape what the answer has to look like
 * @param longest the most tokens the answer may have
 */
public record Request<A>(String instructions, String question, Shape<A> shape, int longest) {

    public Request {
        if (question.isBlank()) {
            throw new IllegalArgumentException("a model cannot be asked nothing");
        }
        if (longest < 1) {
            throw new IllegalArgumentException("an answer needs at least one token, not " + longest);
        }
    }
}
