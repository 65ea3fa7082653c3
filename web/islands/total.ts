import { showCount } from '../../functions/platform/text/count';

// How many people are asked for, of how many places, while the quotas are typed. Without scripts the next page says it.
const total = document.querySelector<HTMLOutputElement>('[data-quota-total]');
const people = (name: string) => {
  const typed = document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
  return Number(typed.replace(/\D/g, ''));
};
const say = () => {
  const chosen = Array.from(document.querySelectorAll<HTMLInputElement>('[name=chon]:checked'));
  const sum = chosen.reduce((n, box) => n + (people(`quota.${box.value}`) || people('quotaForAll')), 0);
  total!.value = chosen.length ? `Tổng: ${showCount(sum)} người, ${showCount(chosen.length)} nơi` : '';
};
if (total) document.addEventListener('input', say);
if (total) say();
