package io.sallyport.gate.authorization;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import java.time.Instant;
import java.util.Optional;

/** What the company's systems say was given back to a customer: also what people did there by hand. */
record VendorsBook(long day, long month, long count) {

    private static final String CALLED_BACK = "called-back";

    static VendorsBook of(BusinessRecords records, String customer, String currency, Instant now) {
        long day = 0;
        long month = 0;
        long count = 0;
        for (BusinessRecord refund : records.of("refund", customer)) {
            if (refund.text("status").equals(Optional.of(CALLED_BACK))) {
                continue;
            }
            Instant made = Projection.at(refund, "made");
            if (made.isAfter(now.minus(PostgresReservations.MONTH))) {
                long minor = minor(refund, currency);
                month = Math.addExact(month, minor);
                day = Math.addExact(day, made.isAfter(now.minus(PostgresReservations.DAY)) ? minor : 0);
                count++;
            }
        }
        return new VendorsBook(day, month, count);
    }

    private static long minor(BusinessRecord refund, String currency) {
        boolean isSame = refund.text("currency")
                .orElseThrow(() -> Unfit.missing(refund.name() + " names no currency"))
                .equals(currency);
        long minor = refund.whole("amount_minor")
                .filter(amount -> amount >= 0)
                .orElseThrow(() -> Unfit.missing(refund.name() + " names no amount"));
        return isSame ? minor : 0;
    }

    /** With what this book cannot hold yet. */
    VendorsBook and(VendorsBook other) {
        return new VendorsBook(
                Math.addExact(day, other.day), Math.addExact(month, other.month), Math.addExact(count, other.count));
    }

    Usage orMore(Usage usage) {
        return usage.orMore(day, month, count);
    }
}
