package io.sallyport.gate.judge;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Opinion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest answers on this node: several gates ask for the same translation before any verdict is on the case. */
final class Recent {

    private static final int KEPT = 500;

    private record Key(CaseId caseId, String promptHash, String questionHash) {}

    private final Map<Key, Opinion> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Opinion> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<Opinion> find(CaseId caseId, Question<?> question) {
        return Optional.ofNullable(latest.get(key(caseId, question)));
    }

    synchronized void keep(CaseId caseId, Question<?> question, Opinion opinion) {
        latest.put(key(caseId, question), opinion);
    }

    private static Key key(CaseId caseId, Question<?> question) {
        return new Key(caseId, question.prompt().hash(), question.hash());
    }
}
