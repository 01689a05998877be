package org.symbolon.policy.rights;

/** What rights are held against, beside the policies: who and what there is, and where it belongs. */
public record Surroundings(People people, Realms realms, TokenPlaces tokens) {}
