package io.sallyport.privacy;

import io.sallyport.text.TextSpan;

/** Personal data at one place of a text. */
public record Finding(Kind kind, TextSpan span) {

    public static Finding at(Kind kind, int start, int end) {
        return new Finding(kind, new TextSpan(start, end));
    }
}
