package org.symbolon.command.eventhandler.deed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.events.shared.Secret;

/**
 * One thing that a handler wants done, as a value: who only wants to know what a handler would do looks at it and does nothing.
 * What it tells is for people, and gives no secret away.
 */
public sealed interface Deed {

    /** What is done, in words that end as a sentence goes on: {@code disable token OATH1}. */
    String told();

    /**
     * A command, which is sent as the handler's.
     *
     * @param mayFail whether the request goes on where it is refused
     */
    record Order(Object command, String told, boolean mayFail) implements Deed {

        public static Order of(Object command, String told) {
            return new Order(command, told, false);
        }

        /** The same where a refusal is noted, and no more. */
        public Order lenient() {
            return new Order(command, told, true);
        }

        /** Shows nothing of the command, which may hold a secret. */
        @Override
        public String toString() {
            return told;
        }
    }

    /** An effect, which is planned with the row that tells of the handler, and carried out after the commit. */
    record Cause(Effect effect, String serial, String told) implements Deed {

        @Override
        public String toString() {
            return told;
        }
    }

    /**
     * An enrolment.
     *
     * @param realm that the token is put into beside its owner's; empty for none
     */
    record Enrol(EnrollToken command, String realm, String told) implements Deed {}

    /** A PIN that is made up, set and shown in the answer. */
    record RandomPin(String serial, int length) implements Deed {

        @Override
        public String told() {
            return "set a random PIN of " + length + " characters on token " + serial;
        }
    }

    /**
     * The attachment of a token to a machine.
     *
     * @param machine its id, empty for any machine
     */
    record Attach(String serial, String application, String machine, Map<String, String> options) implements Deed {

        @Override
        public String told() {
            return "attach token " + serial + " for " + application;
        }
    }

    /** A parameter of the request that gets another value, or goes where there is none. */
    record Parameter(String name, Optional<Secret> value) implements Deed {

        @Override
        public String told() {
            return (value.isPresent() ? "set" : "delete") + " the parameter " + name;
        }
    }

    /** A part of the answer that gets another value, or goes where there is none. */
    record Change(List<String> path, Optional<Object> value) implements Deed {

        @Override
        public String told() {
            return (value.isPresent() ? "set " : "delete ") + "/" + String.join("/", path) + " of the answer";
        }

        @Override
        public String toString() {
            return told();
        }
    }

    /** A line in the log. */
    record Log(String logger, String level, String line) implements Deed {

        @Override
        public String told() {
            return "log a line as " + logger;
        }
    }

    /**
     * A script that the request waits for.
     *
     * @param raises whether the request is refused where it fails
     */
    record Run(String script, List<String> arguments, boolean raises) implements Deed {

        @Override
        public String told() {
            return "run the script " + script;
        }
    }

    /**
     * The request once more, at another server, whose answer counts.
     *
     * @param withLogin whether the log-in token goes along
     */
    record Forward(String server, String method, String path, Map<String, Secret> parameters, boolean withLogin)
            implements Deed {

        @Override
        public String told() {
            return "pass the request on to the server " + server;
        }

        @Override
        public String toString() {
            return told();
        }
    }

    /**
     * Nothing, and why.
     *
     * @param success whether that is as it should be
     */
    record Nothing(String told, boolean success) implements Deed {}
}
