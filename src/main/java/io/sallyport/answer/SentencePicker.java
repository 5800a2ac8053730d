package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chooses which sentences of a passage a reply quotes. */
final class SentencePicker {

    private SentencePicker() {}

    /** The passage's sentences in order as far as they fit; a list of steps whole or not at all. */
    static List<Picked> pick(Passage passage, Set<String> banned, int room) {
        var picked = new ArrayList<Picked>();
        var units = PassageText.units(passage.text());
        int used = 0;
        int openBlock = -1;
        for (Unit unit : units) {
            boolean goesOnInList = unit.form() == Unit.Form.STEP && unit.block() == openBlock;
            if (banned.contains(SentenceSplitter.flat(unit.text()))) {
                return picked;
            }
            if (!goesOnInList && used == room) {
                break;
            }
            used += goesOnInList ? 0 : 1;
            openBlock = unit.block();
            picked.add(new Picked(passage, unit));
        }
        return picked;
    }
}
