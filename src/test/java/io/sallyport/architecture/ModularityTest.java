package io.sallyport.architecture;

import io.sallyport.SallyportApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void roomsKnowOnlyTheRoomsTheirPackageInfoAllows() {
        ApplicationModules.of(SallyportApplication.class).verify();
    }
}
