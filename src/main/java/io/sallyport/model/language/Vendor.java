package io.sallyport.model.language;

/** Who runs models, by the name that stands before the colon in a setting. Vendors are found as beans. */
public interface Vendor {

    String name();

    /** @throws IllegalArgumentException saying which setting is missing or wrong */
    VendorClient connect(String model);
}
