package io.sallyport.privacy;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Customer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a case already knows of its customer: addresses, and the name in whole and in parts. */
final class OnFile implements Function<CaseId, Map<Kind, Set<String>>> {

    private static final Logger LOG = LoggerFactory.getLogger(OnFile.class);

    private final CaseStore cases;

    OnFile(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    public Map<Kind, Set<String>> apply(CaseId caseId) {
        return cases.find(caseId).map(OnFile::of).orElseGet(() -> {
            LOG.warn("a model is asked for a case that is not on file case={}", caseId);
            return Map.of();
        });
    }

    static Map<Kind, Set<String>> of(CaseRecord record) {
        var addresses = new HashSet<String>();
        addresses.add(record.ticket().customer());
        record.thread().forEach(message -> addresses.add(message.from()));
        var names = new HashSet<String>();
        record.findings()
                .triage()
                .map(triage -> triage.customer())
                .map(Customer::name)
                .ifPresent(name -> {
                    names.add(name);
                    names.addAll(Arrays.asList(name.split("[\\s,]+", -1)));
                });
        var known = new HashMap<Kind, Set<String>>();
        known.put(Kind.EMAIL, addresses);
        known.put(Kind.NAME, names);
        return known;
    }
}
