package io.sallyport.gate;

import io.sallyport.casefile.Reply;

/** What a person can do about their own reply where something in it is not theirs to tell. */
enum Remedy {
    LEAVE_OUT("leave it out"),
    NOT_THEIRS("leave it out, or ask the customer for it: what they write themselves may be said back"),
    REWORD("leave it out, or say it in words that customers may read"),
    PROMISE("say what is, or what a public article promises, word for word"),
    NAME(
            "leave it out where it is somebody else's; have a public article name it where it is the company's; where it is"
                    + " no name, write it small or open the sentence with another word");

    private final String words;

    Remedy(String words) {
        this.words = words;
    }

    /** The machine's drafts are mended by their composer, which is told what was wrong and nothing else. */
    String after(String why, Reply reply) {
        return reply.kind() == Reply.Kind.PERSONAL ? why + "; " + words : why;
    }
}
