package org.symbolon.command.challenge;

import org.symbolon.command.tokentype.TypeCall;

/** Let a type answer a device or a program that talks to its endpoint. */
public record CallTokenType(String type, TypeCall call) {}
