/**
 * What language models cost and may cost: every call's row, prices, and budgets per call, case, lane and day that hold for all
 * nodes together. Door: {@link io.sallyport.model.spending.UsageReport} for what was spent; {@link
 * io.sallyport.model.spending.OverBudget} is told when a day or a lane has spent its money.
 */
@NullMarked
package io.sallyport.model.spending;

import org.jspecify.annotations.NullMarked;
