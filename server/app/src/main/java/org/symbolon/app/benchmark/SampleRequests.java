package org.symbolon.app.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.symbolon.events.audit.RequestAnswered;

/** Made-up requests as a server of an organisation gets them: nine in ten are log-ins, one in twenty of those is refused. */
final class SampleRequests {

    private final SplittableRandom random;
    private final int lastToken;

    /**
     * Makes it.
     *
     * @param lastToken the tokens that the requests are about have the numbers up to this one
     */
    SampleRequests(long seed, int lastToken) {
        this.random = new SplittableRandom(seed);
        this.lastToken = lastToken;
    }

    /** The address from which the next request comes: log-ins come from a few servers. */
    String client() {
        return "10.0.0." + (1 + random.nextInt(10));
    }

    RequestAnswered next(Instant time) {
        int kind = random.nextInt(1000);
        if (kind < 920) {
            return logIn(time);
        }
        if (kind < 950) {
            return administrative("GET /token/", "realm: None", time);
        }
        if (kind < 970) {
            return aboutPerson("POST /auth", "loginmode=userstore", time);
        }
        if (kind < 980) {
            return aboutToken("POST /token/init", time);
        }
        if (kind < 990) {
            return administrative("GET /audit/", null, time);
        }
        return kind < 995
                ? aboutToken("POST /token/disable/<serial>", time)
                : administrative("GET /realm/", null, time);
    }

    private RequestAnswered logIn(Instant time) {
        SampleToken token = token();
        int outcome = random.nextInt(100);
        String action = "POST /validate/check";
        if (outcome < 95) {
            return about(action, true, token, true, null, "matching 1 tokens", time);
        }
        return outcome < 98
                ? about(action, false, token, true, null, "wrong otp value", time)
                : about(action, false, token, false, null, "wrong otp pin", time);
    }

    private RequestAnswered aboutPerson(String action, String info, Instant time) {
        return about(action, true, token(), false, null, info, time);
    }

    private RequestAnswered aboutToken(String action, Instant time) {
        return about(action, true, token(), true, administrator(), null, time);
    }

    private RequestAnswered administrative(String action, String info, Instant time) {
        return answered(action, true, null, null, null, null, null, administrator(), info, time);
    }

    private RequestAnswered about(
            String action,
            boolean success,
            SampleToken token,
            boolean named,
            String administrator,
            String info,
            Instant time) {
        return answered(
                action,
                success,
                named ? token.serial() : null,
                named ? token.type() : null,
                SampleToken.login(token.person()),
                token.realm(),
                SampleToken.RESOLVER,
                administrator,
                info,
                time);
    }

    private RequestAnswered answered(
            String action,
            boolean success,
            String serial,
            String type,
            String user,
            String realm,
            String resolver,
            String administrator,
            String info,
            Instant time) {
        Duration duration = Duration.ofNanos(1000L * (2_000 + random.nextInt(20_000)));
        return new RequestAnswered(
                action,
                success,
                serial,
                type,
                user,
                realm,
                resolver,
                administrator,
                null,
                info,
                null,
                time.minus(duration),
                duration,
                Integer.toString(40 + random.nextInt(100)));
    }

    private SampleToken token() {
        return new SampleToken(1 + random.nextInt(lastToken));
    }

    private String administrator() {
        return "helpdesk" + (1 + random.nextInt(5));
    }
}
