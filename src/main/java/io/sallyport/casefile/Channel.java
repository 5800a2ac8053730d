package io.sallyport.casefile;

/** How the customer reached us; it sets how long a reply may be. */
public enum Channel {
    EMAIL,
    WEB,
    CHAT,
    API
}
