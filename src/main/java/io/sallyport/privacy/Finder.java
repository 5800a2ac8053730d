package io.sallyport.privacy;

import java.util.List;

/** Finds personal data of some kinds. Findings may overlap and stand in any order. */
public interface Finder {

    List<Finding> in(String text);
}
