package org.symbolon.command.auth;

import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * A token that nobody owns, for a user who has none and has typed a value that it shows.
 *
 * @param otp the part of what he typed that is the value
 * @param pin what he typed beside it, which becomes the PIN
 */
public record Claim(String serial, String type, Secret otp, Pin pin) {}
