package vn.lantoa.task.work;

/** Stands for a class of another service. */
public class ForeignTask {}
