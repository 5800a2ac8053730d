package io.sallyport.casefile;

/** The five who answer, each with only its own knowledge scope and tools. */
public enum Specialist {
    BILLING,
    TECHNICAL,
    RETURNS,
    PRODUCT,
    ACCOUNT
}
