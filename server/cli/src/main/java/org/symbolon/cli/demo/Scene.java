package org.symbolon.cli.demo;

import java.time.Instant;

/** What has been prepared for the checks: a realm, and two users who each have a device. */
record Scene(String realm, Owned alice, Owned bob, Instant beforeTheChecks) {

    /** A token in the hands of a user. */
    record Owned(String user, String serial, String pin, SampleDevice device) {}
}
