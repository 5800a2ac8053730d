/**
 * What engineering hears of cases and what cases hear of engineering: {@link
 * io.sallyport.escalation.tracking.TrackerAgent} plans the errands of a hand-over, {@link
 * io.sallyport.escalation.tracking.FollowUp} takes the news of issues to their cases.
 */
@NamedInterface("tracking")
@NullMarked
package io.sallyport.escalation.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
