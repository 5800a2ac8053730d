package io.sallyport.casefile;

/**
 * The customer as the directory knows them when the case was triaged.
 *
 * @param tier the company's own word, such as {@code free} or {@code fleet}
 * @param zone whose clock they live by, as {@link java.time.ZoneId#of} takes it; empty when unknown
 * @param annualRevenueMinor revenue at risk a year, in minor units of {@code currency}
 */
public record Customer(
        String address,
        String name,
        String tier,
        boolean isVip,
        boolean isAtRisk,
        long annualRevenueMinor,
        String currency,
        String zone) {

    public Customer {
        // Cases from before zones were kept have none.
        zone = zone == null ? "" : zone;
    }

    /** In no known zone. */
    public Customer(
            String address,
            String name,
            String tier,
            boolean isVip,
            boolean isAtRisk,
            long annualRevenueMinor,
            String currency) {
        this(address, name, tier, isVip, isAtRisk, annualRevenueMinor, currency, "");
    }

    /** Someone the directory does not know. */
    public static Customer unknown(String address) {
        return new Customer(address, "", "unknown", false, false, 0, "USD");
    }

    public boolean isKnown() {
        return !"unknown".equals(tier);
    }
}
