package org.symbolon.command.tokentype.totp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.StateEntry;

/**
 * How wide the window of a token is that its owner enrols for himself: of his token no more values are good at once than of one of the
 * system's making, and none for longer. Both make a value easier to guess, and that is not his alone to want. All times are in
 * seconds.
 */
final class OwnersWindow {

    private OwnersWindow() {}

    /**
     * The request with a window that is no wider.
     *
     * @throws Refusal 905 if it asks for a wider one
     */
    static EnrolmentRequest within(EnrolmentRequest request) {
        long most = most(request);
        Optional<Long> asked = request.text(TotpState.WINDOW).flatMap(OwnersWindow::seconds);
        if (asked.isPresent() && asked.get() > most) {
            throw Refusal.parameter("Parameter '" + TotpState.WINDOW + "' must be at most " + most + " for users");
        }
        return asked.isPresent() || most == systemsWindow(request) ? request : with(most, request);
    }

    /** As many steps as the system's window has, if they are short, and never more time. */
    private static long most(EnrolmentRequest request) {
        long window = systemsWindow(request);
        long steps = window / setting(request, TotpDescription.STEP_SETTING, TotpDescription.PRESET_STEP);
        return request.text(TotpState.STEP)
                .flatMap(OwnersWindow::seconds)
                .map(step -> Math.min(window, steps * step))
                .orElse(window);
    }

    private static long systemsWindow(EnrolmentRequest request) {
        return setting(request, TotpDescription.WINDOW_SETTING, Long.toString(TotpState.PRESET_WINDOW));
    }

    private static long setting(EnrolmentRequest request, String name, String preset) {
        return request.settings().text(name).flatMap(OwnersWindow::seconds).orElseGet(() -> Long.valueOf(preset));
    }

    /** Empty for what can be no time, and makes a token of which no value is ever good. */
    private static Optional<Long> seconds(String text) {
        return Optional.of(StateEntry.number(TotpState.WINDOW).read(text))
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .filter(TotpState::isLength);
    }

    private static EnrolmentRequest with(long window, EnrolmentRequest request) {
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.put(TotpState.WINDOW, Long.toString(window));
        return request.with(parameters);
    }
}
