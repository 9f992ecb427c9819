// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// The widget's words come by language: nobody waits for those that are not shown.
export async function wordsOf(variant) {
  const { words } = await (variant.startsWith('en') ? import('./words-en.js') : import('./words-de.js'));
  return words;
}

// Written from right to left.
const RIGHT_TO_LEFT = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

// A way of writing ("de-einfach") is no language that browsers know.
export function langOf(variant) {
  return variant.split('-')[0];
}

export function dirOf(variant) {
  return RIGHT_TO_LEFT.includes(langOf(variant)) ? 'rtl' : 'ltr';
}

// An honest range of what is to come; empty where nothing is.
export function range(progress, words) {
  const inGroup = progress.group && progress.group_most > 0;
  const least = inGroup ? progress.group_least : progress.least;
  const most = inGroup ? progress.group_most : progress.most;
  if (most === 0) return '';
  const numbers = least === most ? most : least + words.to + most;
  const questions = most === 1 ? words.one : words.many;
  return (inGroup ? progress.group + ': ' : words.overall) + words.still + numbers + questions;
}
