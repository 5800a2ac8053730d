package io.sallyport.casefile;

/** How the customer sounds. */
public enum Mood {
    HAPPY,
    CALM,
    FRUSTRATED,
    ANGRY
}
