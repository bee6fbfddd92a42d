//! Papers as PDF, made by the program itself.
//!
//! From below: [`library`] (fonts), [`lines`] (fonts for characters, directions, shaping, breaking), [`strips`]
//! (what is laid out, cut where a page may end), [`composer`] (text to strips, with its place in the structure),
//! [`table`] and [`blocks`], [`pages`] (strips onto pages), [`painter`] (pages to bytes). [`look`] holds sizes and
//! colours, [`stationery`] what a book brings along, [`standard`] what the file must hold to and what goes along
//! inside it. [`paper`], [`statement`], [`work_order`], [`waiver`], [`letter`] and [`week`] turn a view, the same that
//! fills the HTML, into blocks; [`document`] puts it all together.

pub mod blocks;
pub mod composer;
pub mod document;
pub mod letter;
pub mod library;
pub mod lines;
pub mod look;
pub mod pages;
pub mod painter;
pub mod paper;
pub mod standard;
pub mod statement;
pub mod stationery;
pub mod strips;
pub mod table;
pub mod waiver;
pub mod week;
pub mod work_order;
