package vn.nhip.login;

/** One person who may come in; {@code active} is false once an admin has switched them off. */
public record User(long id, String name, Role role, boolean active) {}
