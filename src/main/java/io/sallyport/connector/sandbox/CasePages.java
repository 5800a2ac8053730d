package io.sallyport.connector.sandbox;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.platform.web.PublicAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The customer's own pages of a case, as a mail to the address on file names them: its secret link opens them. */
record CasePages(CaseStore cases, Optional<PublicAddress> address, boolean hasSignIn)
        implements Function<CaseId, List<String>> {

    @Override
    public List<String> apply(CaseId id) {
        String base = address.map(PublicAddress::publicUrl).orElse("");
        return cases.find(id)
                .map(CaseRecord::ticket)
                .map(ticket -> ticket.link())
                .map(link -> hasSignIn
                        ? List.of(
                                "You can answer with it here: " + base + "/t/" + link + " .",
                                "Or sign in instead: " + base + "/proof/" + link + " .")
                        : List.of("You can answer with it here: " + base + "/t/" + link + " ."))
                .orElse(List.of());
    }
}
