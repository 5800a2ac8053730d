package io.sallyport.intake.injection;

import io.sallyport.casefile.Screening.InjectionMark;
import java.util.List;

public final class InjectionDetector {
    public List<InjectionMark> find(String t) {
        return List.of();
    }

    public List<InjectionMark> findInQuoted(String t) {
        return List.of();
    }

    public List<InjectionMark> findInHidden(String t) {
        return List.of();
    }
}
