package io.sallyport.casefile;

import java.util.Locale;

/** What a customer needs, in the main. The label is what people and data files say. */
public enum Category {
    BUG("bug", Specialist.TECHNICAL),
    HOW_TO("how-to", Specialist.TECHNICAL),
    FEATURE_REQUEST("feature-request", Specialist.PRODUCT),
    BILLING("billing", Specialist.BILLING),
    ACCOUNT("account", Specialist.ACCOUNT),
    INTEGRATION("integration", Specialist.TECHNICAL),
    SECURITY("security", Specialist.ACCOUNT),
    DATA("data", Specialist.ACCOUNT),
    PERFORMANCE("performance", Specialist.TECHNICAL),
    RETURNS_AND_ORDERS("returns-and-orders", Specialist.RETURNS),
    PRODUCT_INFORMATION("product-information", Specialist.PRODUCT);

    private final String label;
    private final Specialist specialist;

    Category(String label, Specialist specialist) {
        this.label = label;
        this.specialist = specialist;
    }

    public String label() {
        return label;
    }

    public Specialist specialist() {
        return specialist;
    }

    /** @throws IllegalArgumentException naming the labels there are */
    public static Category ofLabel(String label) {
        for (Category category : values()) {
            if (category.label.equals(label.toLowerCase(Locale.ROOT))) {
                return category;
            }
        }
        throw new IllegalArgumentException("unknown category '" + label + "'");
    }
}
