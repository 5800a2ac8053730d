package io.sallyport.gate.authorization;

/**
 * What actions of one kind have used up, in one currency's minor units.
 *
 * @param customerCount how many for the customer within 30 days
 */
record Usage(long customerDay, long customerMonth, long laneDay, long companyDay, long customerCount) {

    /** Where two books speak of the same, the greater counts. */
    Usage orMore(long day, long month, long count) {
        return new Usage(
                Math.max(customerDay, day),
                Math.max(customerMonth, month),
                laneDay,
                companyDay,
                Math.max(customerCount, count));
    }
}
