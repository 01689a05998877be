package org.symbolon.command.tokentype.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.with;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.support.FakeSettings;

class OwnersWindowTest {

    private final FakeSettings settings = new FakeSettings();

    @ParameterizedTest
    @CsvSource({
        "'', '', 180, 30, ",
        "180, '', 180, 30, 180",
        "60, '', 180, 30, 60",
        "'', 60, 180, 30, ",
        "'', 10, 180, 30, 60",
        "'', 1, 180, 30, 6",
        "300, '', 300, 30, 300",
        "'', 500, 180, 30, ",
        "half, '', 180, 30, half",
        "'', half, 180, 30, "
    })
    void anOwnerMakesHisTokenNoEasierToGuessThanTheSystemsOwn(
            String asked, String step, String window, String systemsStep, String bounded) {
        settings.with("totp.timeWindow", window).with("totp.timeStep", systemsStep);

        assertThat(OwnersWindow.within(with(settings, "timeWindow", asked, "timeStep", step))
                        .text("timeWindow")
                        .filter(text -> !text.isEmpty()))
                .isEqualTo(Optional.ofNullable(bounded));
    }

    @ParameterizedTest
    @CsvSource({"181, 30, 180", "300, 60, 180", "61, 10, 60", "180, 1, 6"})
    void anOwnerWhoAsksForAWiderWindowIsRefused(String asked, String step, int most) {
        assertThatThrownBy(() -> OwnersWindow.within(with(settings, "timeWindow", asked, "timeStep", step)))
                .hasMessage("Parameter 'timeWindow' must be at most " + most + " for users");
    }
}
